# What `cmake --install` puts where, and the package that find_package(Facet) finds. All of it is
# relative: an installed tree can be moved. (The headers are installed where they are listed: in
# sdk/CMakeLists.txt and framework/CMakeLists.txt.)
#
# Components: `runtime` is what trains, and whatever names none (FacetSettings.cmake); `development` is
# for those who write plugins or programs; `documentation` for all.

include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/Facet)

install(TARGETS facet_sdk facet_framework EXPORT FacetTargets
  LIBRARY COMPONENT runtime NAMELINK_COMPONENT development)
install(TARGETS facet_describe_plugin EXPORT FacetTargets RUNTIME COMPONENT development)
install(EXPORT FacetTargets NAMESPACE Facet:: DESTINATION ${package_folder} COMPONENT development)

# The build tree has the package too, in the layout of an installed one, so that a plugin can be built
# against it: -DCMAKE_PREFIX_PATH=<build folder>.
set(built_package ${PROJECT_BINARY_DIR}/${package_folder})
configure_package_config_file(sdk/cmake/FacetConfig.cmake.in ${built_package}/FacetConfig.cmake
  INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${built_package}/FacetConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${built_package}/FacetConfig.cmake ${built_package}/FacetConfigVersion.cmake
  DESTINATION ${package_folder} COMPONENT development)
export(EXPORT FacetTargets NAMESPACE Facet:: FILE ${built_package}/FacetTargets.cmake)
foreach(file FacetPlugin.cmake FacetTorch.cmake plugin_note.cpp)
  install(FILES sdk/cmake/${file} DESTINATION ${package_folder} COMPONENT development)
  file(CREATE_LINK ${PROJECT_SOURCE_DIR}/sdk/cmake/${file} ${built_package}/${file} SYMBOLIC)
endforeach()

# The documents, in folders as here, so that they find one another; and the examples.
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documentation)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documentation
  PATTERN site EXCLUDE)
install(DIRECTORY sdk/examples/ DESTINATION ${CMAKE_INSTALL_DATADIR}/facet/examples
  COMPONENT development)

# What `facet plugin new` writes; in the build tree it lies as in an installed one.
install(DIRECTORY sdk/templates/ DESTINATION ${CMAKE_INSTALL_DATADIR}/facet/templates
  COMPONENT development)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_DATADIR}/facet)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/sdk/templates
  ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_DATADIR}/facet/templates SYMBOLIC)
