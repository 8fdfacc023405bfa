# With -DFACET_SITE=ON: the target `site` makes the documents a site, site/html in the build folder, and
# with it pages of the sdk's headers. What Sphinx or Doxygen warns of is an error. Used by Facet's own
# build only.

find_program(SPHINX_BUILD sphinx-build REQUIRED)
find_program(DOXYGEN doxygen REQUIRED)
set(site ${PROJECT_BINARY_DIR}/site)
configure_file(docs/site/Doxyfile.in ${site}/Doxyfile @ONLY)
file(GLOB_RECURSE documents CONFIGURE_DEPENDS docs/* sdk/include/facet/*.h)
add_custom_command(OUTPUT ${site}/html/index.html
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${site}/html ${site}/doctrees
  COMMAND ${SPHINX_BUILD} -q -W --keep-going -c docs/site -d ${site}/doctrees . ${site}/html
  COMMAND ${DOXYGEN} ${site}/Doxyfile
  COMMAND ${CMAKE_COMMAND} -E copy ${site}/html/README.html ${site}/html/index.html
  DEPENDS README.md CMakeLists.txt ${site}/Doxyfile ${documents}
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
  COMMENT "The site, ${site}/html/index.html"
  VERBATIM)
add_custom_target(site ALL DEPENDS ${site}/html/index.html)
install(DIRECTORY ${site}/html DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documentation)
