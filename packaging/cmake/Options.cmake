# What one may switch, and what the build insists on.

option(BELLWETHER_WITH_QT "Build what needs Qt; off leaves the Qt-free core, for sanitizers and fuzzers" ON)
option(BELLWETHER_TESTS "Build the tests" ON)
option(BELLWETHER_BENCHMARKS "Build the benchmarks" OFF)
option(BELLWETHER_FUZZERS "Build the fuzzers (libFuzzer)" OFF)
set(BELLWETHER_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize= (address,undefined or thread)")

# g++ 12 miscompiles coroutines (conditional awaits free invalid pointers) and clang before 17 has no
# std::expected with libstdc++ 12, so a wrong compiler is refused before it produces a wrong program.
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang" OR CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
    message(FATAL_ERROR
        "Bellwether needs clang 19 or newer; this is ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}.\n"
        "Use a preset (cmake --preset dev), or set CMAKE_C_COMPILER=clang-19 and CMAKE_CXX_COMPILER=clang++-19.")
endif()

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # What ccache needs to know about precompiled headers (its manual, "Precompiled headers").
    set(ccacheCommand ${CMAKE_COMMAND} -E env
        "CCACHE_SLOPPINESS=pch_defines,time_macros"
        "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" ${CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${ccacheCommand})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${ccacheCommand})
endif()

find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# -pthread everywhere, since a precompiled header is only good for the flags it was made with.
add_compile_options(-pthread -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                    -Wconversion -Wno-sign-conversion -Werror=return-type -Werror=unused-result
                    -fno-omit-frame-pointer -fdiagnostics-color=auto)
add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")

if(BELLWETHER_SANITIZE)
    add_compile_options(-fsanitize=${BELLWETHER_SANITIZE} -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${BELLWETHER_SANITIZE})
    # The vptr check opens a pipe to look at memory, so it calls every object invalid in a process out of descriptors,
    # and the tests go there. The address sanitizer sees a wrong object all the same.
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-sanitize=vptr>)
endif()
if(BELLWETHER_FUZZERS)
    # Coverage in every library; the fuzzers themselves link libFuzzer's main.
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
