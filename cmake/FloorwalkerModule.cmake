# floorwalker_module(NAME [TARGET T] [INTERNAL] [USES module...] [LIBRARIES target...] [HEADERS target...] [WITHOUT file...])
#
# Makes the folder of the calling CMakeLists.txt, with its sub-folders, a static library: floorwalker_NAME, or T.
#   USES       modules below this one, by name
#   LIBRARIES  third-party libraries that must be linked with it
#   HEADERS    third-party libraries of nothing but headers: whoever uses the installed package needs none of them
#   INTERNAL   for our programs only: not part of the installed package
#   WITHOUT    sources of the folder that are left out, or sub-folders, with a / at the end
# A module without any .cpp file is a library of nothing but headers itself.
function(floorwalker_module name)
    cmake_parse_arguments(PARSE_ARGV 1 module "INTERNAL" "TARGET" "USES;LIBRARIES;HEADERS;WITHOUT")
    set(target floorwalker_${name})
    if(module_TARGET)
        set(target ${module_TARGET})
    endif()

    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.hpp)
    foreach(left_out IN LISTS module_WITHOUT)
        cmake_path(ABSOLUTE_PATH left_out OUTPUT_VARIABLE path)
        if(left_out MATCHES "/$")
            list(FILTER sources EXCLUDE REGEX "^${path}")
        else()
            list(REMOVE_ITEM sources ${path})
        endif()
    endforeach()
    if(sources MATCHES "\\.cpp")
        set(scope PUBLIC)
        add_library(${target} STATIC ${sources})
        target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:floorwalker_warnings>)
    else()
        set(scope INTERFACE)
        add_library(${target} INTERFACE)
    endif()

    list(TRANSFORM module_USES PREPEND floorwalker_)
    list(TRANSFORM module_HEADERS REPLACE "(.+)" "$<BUILD_INTERFACE:\\1>")
    target_link_libraries(
        ${target} ${scope} $<BUILD_INTERFACE:floorwalker_options> ${module_USES} ${module_LIBRARIES}
        ${module_HEADERS})

    target_compile_features(${target} ${scope} cxx_std_20)
    target_include_directories(${target} ${scope} $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)

    if(module_INTERNAL)
        return()
    endif()
    set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
    install(TARGETS ${target} EXPORT FloorwalkerTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
endfunction()

# floorwalker_program(NAME OUTPUT_NAME program [USES module...] [HEADERS target...])
#
# Makes the folder of the calling CMakeLists.txt a program: target floorwalker_NAME, file bin/OUTPUT_NAME.
function(floorwalker_program name)
    cmake_parse_arguments(PARSE_ARGV 1 program "" "OUTPUT_NAME" "USES;HEADERS")
    set(target floorwalker_${name})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.hpp)
    list(TRANSFORM program_USES PREPEND floorwalker_)
    add_executable(${target} ${sources})
    target_link_libraries(
        ${target} PRIVATE floorwalker_options floorwalker_warnings ${program_USES} ${program_HEADERS})
    set_target_properties(${target} PROPERTIES OUTPUT_NAME ${program_OUTPUT_NAME})
    install(TARGETS ${target} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()
