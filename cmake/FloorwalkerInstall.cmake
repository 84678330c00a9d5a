# cmake --install: the program, the scenarios, the public headers, and a package for find_package(Floorwalker),
# which gives Floorwalker::floorwalker.

include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Floorwalker)

install(DIRECTORY include/floorwalker DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/floorwalker)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(EXPORT FloorwalkerTargets NAMESPACE Floorwalker:: DESTINATION ${package_dir})

configure_package_config_file(
    cmake/FloorwalkerConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/FloorwalkerConfig.cmake
    INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(
    ${CMAKE_CURRENT_BINARY_DIR}/FloorwalkerConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/FloorwalkerConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/FloorwalkerConfigVersion.cmake DESTINATION ${package_dir})
