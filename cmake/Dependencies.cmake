# The libraries that Floorwalker stands on. Those that its archives are linked with (fmt, SQLiteCpp, Threads)
# are found again by whoever uses the installed package: FloorwalkerConfig.cmake.in names them too.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED) # Random and Math: only headers are used
find_package(fmt 9 REQUIRED)
find_package(SQLiteCpp 3 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)

# A library that is nothing but headers and has no CMake package of its own (or one that wants to link).
function(floorwalker_find_headers target header)
    string(MAKE_C_IDENTIFIER ${header}_DIR variable)
    find_path(${variable} ${header} REQUIRED)
    mark_as_advanced(${variable})
    add_library(${target} INTERFACE IMPORTED)
    target_include_directories(${target} INTERFACE ${${variable}})
endfunction()

floorwalker_find_headers(Random123::Random123 Random123/philox.h)
floorwalker_find_headers(tomlplusplus::headers toml++/toml.h)

# Only the program floorwalker is linked with it, never the installed archives.
if(FLOORWALKER_MPI)
    enable_language(C) # MPI's C interface is looked for with a C compiler
    find_package(MPI REQUIRED COMPONENTS C)
endif()

# Servers and links are run by SimGrid, in a plug-in: nothing else is linked with it.
find_path(SimGrid_INCLUDE_DIR simgrid/s4u.hpp)
find_library(SimGrid_LIBRARY simgrid)
mark_as_advanced(SimGrid_INCLUDE_DIR SimGrid_LIBRARY)
if(SimGrid_INCLUDE_DIR AND SimGrid_LIBRARY)
    set(has_simgrid ON)
else()
    set(has_simgrid OFF)
endif()
option(FLOORWALKER_MACHINES "Build the plug-in that runs servers and links in SimGrid" ${has_simgrid})
if(FLOORWALKER_MACHINES)
    if(NOT has_simgrid)
        message(FATAL_ERROR "FLOORWALKER_MACHINES needs SimGrid: libsimgrid-dev")
    endif()
    add_library(SimGrid::SimGrid SHARED IMPORTED)
    set_target_properties(SimGrid::SimGrid PROPERTIES IMPORTED_LOCATION ${SimGrid_LIBRARY}
                                                      INTERFACE_INCLUDE_DIRECTORIES ${SimGrid_INCLUDE_DIR})
endif()
