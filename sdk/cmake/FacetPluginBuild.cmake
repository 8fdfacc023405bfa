# share/facet/plugin_build.json: how `facet plugin build` compiles a plugin, which is how this host is
# compiled. {prefix} is where Facet lies, so an installed tree can be moved. Used by Facet's own build
# only; the build tree has the file too, and the headers where an installed one has them.

function(facet_json_list list)
  set(items "")
  foreach(item IN LISTS ARGN)
    string(REPLACE "\\" "\\\\" item "${item}")
    string(REPLACE "\"" "\\\"" item "${item}")
    string(APPEND items "${separator}\"${item}\"")
    set(separator ", ")
  endforeach()
  set(${list} "[${items}]" PARENT_SCOPE)
endfunction()

facet_plugin_options(compile link)
separate_arguments(flags NATIVE_COMMAND "${CMAKE_CXX_FLAGS}")
get_target_property(definitions facet_sdk INTERFACE_COMPILE_DEFINITIONS)
list(TRANSFORM definitions PREPEND -D)
get_target_property(folders Facet::torch INTERFACE_INCLUDE_DIRECTORIES)
list(TRANSFORM folders REPLACE "/+$" "")
list(REMOVE_ITEM folders ${CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES})  # named again, gcc searches them too early
list(TRANSFORM folders PREPEND -isystem)
get_target_property(torch_options Facet::torch INTERFACE_COMPILE_OPTIONS)
get_target_property(torch_link_options Facet::torch INTERFACE_LINK_OPTIONS)
get_target_property(torch_libraries Facet::torch INTERFACE_LINK_LIBRARIES)
if(NOT torch_link_options)
  set(torch_link_options "")
endif()

facet_json_list(compile_options -std=c++20 -O3 -fPIC ${flags} ${compile} ${torch_options}
  ${definitions} -I{prefix}/${CMAKE_INSTALL_INCLUDEDIR} ${folders})
facet_json_list(link_options -shared ${link} ${torch_link_options}
  {prefix}/${CMAKE_INSTALL_LIBDIR}/libfacet_sdk.so ${torch_libraries})
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_DATADIR}/facet/plugin_build.json CONTENT
"{
  \"compiler\": \"@CMAKE_CXX_COMPILER@\",
  \"note\": \"{prefix}/@package_folder@/plugin_note.cpp\",
  \"describe_plugin\": \"{prefix}/@CMAKE_INSTALL_BINDIR@/facet-describe-plugin\",
  \"compile\": @compile_options@,
  \"link\": @link_options@
}
" @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_DATADIR}/facet/plugin_build.json
  DESTINATION ${CMAKE_INSTALL_DATADIR}/facet COMPONENT development)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_INCLUDEDIR})
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/sdk/include/facet
  ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_INCLUDEDIR}/facet SYMBOLIC)
