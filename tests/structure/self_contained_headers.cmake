# Every header compiles alone, and twice in a row: a translation unit for each, without a precompiled header, in a
# library that nobody links. A header that leans on what others include breaks the build of the tests.

set(folders core)
if(BELLWETHER_WITH_QT)
    list(APPEND folders app ui)
endif()
list(TRANSFORM folders REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/\\1/*.h" OUTPUT_VARIABLE patterns)
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" ${patterns})
if(NOT BELLWETHER_WITH_QT)
    list(FILTER headers EXCLUDE REGEX "^core/(history|report|run|interchange|audit|observe|script)/")
endif()

set(BW_HEADER_UNITS "")
foreach(header IN LISTS headers)
    set(unit "${CMAKE_CURRENT_BINARY_DIR}/headers/${header}.cpp")
    set(BW_HEADER "${header}")
    configure_file(header_unit.cpp.in "${unit}" @ONLY)
    list(APPEND BW_HEADER_UNITS "${unit}")
endforeach()

# Their modules' public includes and definitions, so that a header which needs more than its module offers fails.
function(bw_collect_modules folder found)
    get_property(targets DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
    list(FILTER targets INCLUDE REGEX "^bw_")
    get_property(inner DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
    foreach(next IN LISTS inner)
        bw_collect_modules("${next}" deeper)
        list(APPEND targets ${deeper})
    endforeach()
    set(${found} ${targets} PARENT_SCOPE)
endfunction()

set(modules "")
foreach(folder IN LISTS folders)
    bw_collect_modules("${PROJECT_SOURCE_DIR}/${folder}" more)
    list(APPEND modules ${more})
endforeach()

set(libraries "")
foreach(module IN LISTS modules)
    get_target_property(type ${module} TYPE)
    if(NOT type STREQUAL "UTILITY") # Qt's helpers for words and pictures
        list(APPEND libraries ${module})
    endif()
endforeach()

add_library(self_contained_headers OBJECT ${BW_HEADER_UNITS})
target_link_libraries(self_contained_headers PRIVATE ${libraries})
target_compile_options(self_contained_headers PRIVATE -O0 -g0 -Wno-pedantic)
set_target_properties(self_contained_headers PROPERTIES CXX_CLANG_TIDY "")
