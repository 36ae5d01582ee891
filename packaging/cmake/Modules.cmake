# A module is a folder and a target. These functions are the only way targets are made, so that flags,
# precompiled headers and test registration are the same everywhere.

set(BW_PLAIN_PCH "${PROJECT_SOURCE_DIR}/packaging/cmake/plain_pch.h")

# One precompiled header shared by every Qt-free library and its tests.
file(WRITE "${PROJECT_BINARY_DIR}/plain_pch.cpp.in" "// Carries the precompiled header.\n")
configure_file("${PROJECT_BINARY_DIR}/plain_pch.cpp.in" "${PROJECT_BINARY_DIR}/plain_pch.cpp" COPYONLY)
add_library(bw_plain_pch OBJECT "${PROJECT_BINARY_DIR}/plain_pch.cpp")
target_precompile_headers(bw_plain_pch PRIVATE "${BW_PLAIN_PCH}")
target_include_directories(bw_plain_pch PRIVATE "${PROJECT_SOURCE_DIR}")

# bw_sources(<variable> [<room>...]): every .cpp and .h of the folder and of its rooms.
function(bw_sources variable)
    set(patterns "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    foreach(room ${ARGN})
        list(APPEND patterns "${CMAKE_CURRENT_SOURCE_DIR}/${room}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/${room}/*.h")
    endforeach()
    file(GLOB sources CONFIGURE_DEPENDS ${patterns})
    set(${variable} ${sources} PARENT_SCOPE)
endfunction()

# bw_module(<name> [QT] [ROOMS <folder>...] [DEPS <target>...] [PRIVATE_DEPS <target>...])
# Makes bw_<name> from every .cpp in the folder and its rooms. QT marks a module that may use Qt.
function(bw_module name)
    cmake_parse_arguments(ARG "QT" "" "ROOMS;DEPS;PRIVATE_DEPS" ${ARGN})
    bw_sources(sources ${ARG_ROOMS})
    add_library(bw_${name} STATIC ${sources})
    set_target_properties(bw_${name} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(bw_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(bw_${name} PUBLIC ${ARG_DEPS} PRIVATE ${ARG_PRIVATE_DEPS})
    if(ARG_QT)
        target_precompile_headers(bw_${name} PRIVATE "${BW_PLAIN_PCH}")
        target_compile_definitions(bw_${name} PUBLIC QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS)
        set_target_properties(bw_${name} PROPERTIES AUTOMOC ON)
    else()
        target_precompile_headers(bw_${name} REUSE_FROM bw_plain_pch)
    endif()
endfunction()

# bw_executable(<target> [DEPS <target>...]): a program of the folder's .cpp files; everything but main lives in libraries.
function(bw_executable target)
    cmake_parse_arguments(ARG "" "" "DEPS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    add_executable(${target} ${sources})
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${target} PRIVATE ${ARG_DEPS})
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
endfunction()

# bw_test(<name> [QT] [WIDGETS] [ROOMS <folder>...] [DEPS <target>...] [LABELS <label>...])
# One GoogleTest program from every *_test.cpp in the folder and its rooms, each of its tests known to ctest. WIDGETS: inside a
# QApplication, with QtTest's mouse and keyboard.
function(bw_test name)
    cmake_parse_arguments(ARG "QT;WIDGETS" "" "ROOMS;DEPS;LABELS" ${ARGN})
    bw_sources(sources ${ARG_ROOMS})
    add_executable(${name}_test ${sources})
    target_include_directories(${name}_test PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name}_test PRIVATE ${ARG_DEPS} GTest::gmock GTest::gtest)
    if(ARG_WIDGETS)
        target_sources(${name}_test PRIVATE "${PROJECT_SOURCE_DIR}/tests/support/widgets_main.cpp")
        target_link_libraries(${name}_test PRIVATE Qt6::Widgets Qt6::Test)
        target_compile_definitions(${name}_test PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS)
        set_target_properties(${name}_test PROPERTIES AUTOMOC ON)
    else()
        target_link_libraries(${name}_test PRIVATE GTest::gtest_main)
    endif()
    target_compile_definitions(${name}_test PRIVATE
        BW_SOURCE_DIR="${PROJECT_SOURCE_DIR}" BW_BINARY_DIR="${PROJECT_BINARY_DIR}")
    target_compile_options(${name}_test PRIVATE -Wno-conversion -Wno-pedantic)
    set_target_properties(${name}_test PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    gtest_discover_tests(${name}_test TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
                         PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 120)
endfunction()

# bw_fuzzer(<name> [DEPS <target>...]): fuzz_<name> from <name>_fuzzer.cpp; its seeds stand in corpus/<name>/.
function(bw_fuzzer name)
    cmake_parse_arguments(ARG "" "" "DEPS" ${ARGN})
    add_executable(fuzz_${name} ${name}_fuzzer.cpp)
    target_include_directories(fuzz_${name} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(fuzz_${name} PRIVATE ${ARG_DEPS} -fsanitize=fuzzer)
    set_target_properties(fuzz_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/fuzz")
    set(grown "${PROJECT_BINARY_DIR}/fuzz/grown-${name}")
    set(seeds "${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name}")
    add_test(NAME fuzz.${name}
             COMMAND ${CMAKE_COMMAND} -E env sh -c
             "mkdir -p '${grown}' && exec '$<TARGET_FILE:fuzz_${name}>' -max_total_time=10 -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 '${grown}' '${seeds}'")
    set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz TIMEOUT 60)
endfunction()

# Adds every subfolder that has a CMakeLists.txt, in the given order first.
function(bw_add_subfolders)
    foreach(folder IN LISTS ARGN)
        if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt")
            add_subdirectory(${folder})
        endif()
    endforeach()
endfunction()
