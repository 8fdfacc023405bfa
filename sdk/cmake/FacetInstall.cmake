# What `cmake --install` puts where, and the package that find_package(Facet) finds. All of it is
# relative: an installed tree can be moved.

include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/Facet)

install(TARGETS facet_sdk facet_framework facet_describe_plugin EXPORT FacetTargets)
install(EXPORT FacetTargets NAMESPACE Facet:: DESTINATION ${package_folder})

install(DIRECTORY sdk/include/ framework/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY framework DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/facet
  FILES_MATCHING PATTERN "*.h"
  PATTERN include EXCLUDE
  REGEX "(component_json|elf_file|plugin_check|plugin_note)\\.h$" EXCLUDE)

configure_package_config_file(sdk/cmake/FacetConfig.cmake.in FacetConfig.cmake
  INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(FacetConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/FacetConfig.cmake
  ${PROJECT_BINARY_DIR}/FacetConfigVersion.cmake
  sdk/cmake/FacetPlugin.cmake
  sdk/cmake/FacetTorch.cmake
  sdk/cmake/plugin_note.cpp
  DESTINATION ${package_folder})

# What `facet plugin new` writes; in the build tree it lies as in an installed one.
install(DIRECTORY sdk/template/ DESTINATION ${CMAKE_INSTALL_DATADIR}/facet/template)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_DATADIR}/facet)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/sdk/template
  ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_DATADIR}/facet/template SYMBOLIC)
