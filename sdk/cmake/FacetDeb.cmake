# Debian packages: `./bootstrap deb` makes facet, libfacet-dev and facet-doc of the three components
# (FacetInstall.cmake). Used by Facet's own build only, by the preset `deb`, which installs to /usr.
#
# What a package depends on is read from its programs and libraries by dpkg-shlibdeps; so packages for
# a release of Debian are made on that release, whose number their version ends with.

set(debian_version 1~deb12)
if(EXISTS /etc/os-release)
  file(STRINGS /etc/os-release release REGEX "^VERSION_ID=")
  string(REGEX REPLACE "[^0-9.]" "" release "${release}")
  set(debian_version 1~deb${release})
endif()
set(whole_version ${PROJECT_VERSION}-${debian_version})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME facet)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
set(CPACK_COMPONENTS_ALL runtime development documentation)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${debian_version})
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_VERBATIM_VARIABLES ON)

# As of other packages of Debian: the one who makes them maintains them, and says so in the environment.
set(maintainer "The authors of Facet <facet@example.org>")
if(DEFINED ENV{DEBEMAIL})
  set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${maintainer}")
set(CPACK_PACKAGE_CONTACT "${maintainer}")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME facet)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION science)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_LIBRARY_OUTPUT_DIRECTORY})
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)  # what depends on the libraries depends on this version
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY "=")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/debian/triggers)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_DEPENDS fonts-dejavu-core)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS "libopenblas0-openmp, openssh-client, zstd")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SUGGESTS "facet-doc, libfacet-dev")
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
"multi-objective contrastive learning on neural recordings
Facet trains encoders of neural recordings whose embedding is divided into
subspaces, each shaped by an objective of its own. Losses, distributions and
models are plugins, chosen by name in a TOML file.
.
This package has the program, its libraries and the plugins that come with it.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libfacet-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "facet (= ${whole_version}), g++, libtorch-dev")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "cmake, facet-doc")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"plugins of one's own for Facet, and its engine in other programs
Headers, CMake's package, templates and examples for those who write losses,
distributions, models and other plugins for Facet, or embed its engine.")

set(CPACK_DEBIAN_DOCUMENTATION_PACKAGE_NAME facet-doc)
set(CPACK_DEBIAN_DOCUMENTATION_PACKAGE_SECTION doc)
set(CPACK_DEBIAN_DOCUMENTATION_PACKAGE_ARCHITECTURE all)
set(CPACK_COMPONENT_DOCUMENTATION_DESCRIPTION
"documentation and example recordings of Facet
The documents as pages for a browser (html/index.html) and as text, with
configs and recordings to try them on (docs/examples).")

# What Debian wants in each package: whose it is, and what changed; and that the linker learns of libraries.
file(WRITE ${PROJECT_BINARY_DIR}/debian/triggers "activate-noawait ldconfig\n")
configure_file(sdk/cmake/debian/changelog.in debian/changelog @ONLY)
set(compressed ${PROJECT_BINARY_DIR}/debian/changelog.Debian.gz)
execute_process(COMMAND gzip -9nc ${PROJECT_BINARY_DIR}/debian/changelog
  OUTPUT_FILE ${compressed} COMMAND_ERROR_IS_FATAL ANY)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} key)
  set(folder ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${key}_PACKAGE_NAME})
  install(FILES sdk/cmake/debian/copyright ${compressed} DESTINATION ${folder} COMPONENT ${component})
endforeach()

include(CPack)
