# Every library from outside, found once. The README says why each is there.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(simdjson REQUIRED)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(cares REQUIRED IMPORTED_TARGET libcares)
pkg_check_modules(uring REQUIRED IMPORTED_TARGET liburing)
pkg_check_modules(nghttp2 REQUIRED IMPORTED_TARGET libnghttp2)

# llhttp has no development package; Debian's node-llhttp carries its C sources.
find_path(LLHTTP_SOURCES llhttp.c PATHS /usr/share/llhttp NO_DEFAULT_PATH REQUIRED)
find_path(LLHTTP_INCLUDES llhttp.h PATHS /usr/share/include/llhttp /usr/share/llhttp NO_DEFAULT_PATH REQUIRED)
add_library(llhttp STATIC ${LLHTTP_SOURCES}/api.c ${LLHTTP_SOURCES}/http.c ${LLHTTP_SOURCES}/llhttp.c)
target_include_directories(llhttp SYSTEM PUBLIC ${LLHTTP_INCLUDES})
target_compile_options(llhttp PRIVATE -w)

if(BELLWETHER_WITH_QT)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Sql Gui Widgets Charts Svg DBus LinguistTools Test)
    find_package(CLI11 REQUIRED)
    qt_standard_project_setup()
    set(CMAKE_AUTOMOC OFF)
    set(CMAKE_AUTOUIC OFF)
endif()

if(BELLWETHER_TESTS)
    find_package(GTest REQUIRED)
    include(GoogleTest)
endif()
