# facet_add_plugin(NAME SOURCES files... [VERSION version])
#
# Builds the plugin NAME: the file NAME.so, and NAME.components.json beside it, which says what the
# plugin offers. NAME is a target like any other; its default version is the project's.
#
# A plugin shows nothing but its entry point (hidden visibility), shares no static objects with other
# plugins (-fno-gnu-unique: by default those of inline functions and templates are one for the whole
# process), and takes libtorch and the sdk from the host (no RPATH: a second libtorch could be
# loaded).

function(facet_add_plugin name)
  cmake_parse_arguments(PARSE_ARGV 1 plugin "" "VERSION" "SOURCES")
  if(NOT plugin_SOURCES OR plugin_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "facet_add_plugin(${name}): write facet_add_plugin(NAME SOURCES files... "
      "[VERSION version])")
  endif()
  if(NOT plugin_VERSION)
    set(plugin_VERSION ${PROJECT_VERSION})
  endif()

  add_library(${name} MODULE ${plugin_SOURCES} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin_note.cpp)
  target_link_libraries(${name} PRIVATE Facet::sdk)
  target_compile_definitions(${name} PRIVATE
    FACET_PLUGIN_NAME="${name}" FACET_PLUGIN_VERSION="${plugin_VERSION}")
  target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fno-gnu-unique>)
  target_link_options(${name} PRIVATE -Wl,-z,defs)
  set_target_properties(${name} PROPERTIES
    PREFIX ""
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON
    SKIP_BUILD_RPATH ON
    INSTALL_RPATH ""
    INSTALL_RPATH_USE_LINK_PATH OFF)

  if(DEFINED FACET_PLUGIN_FOLDER)
    facet_keep_with_host(${name})
  endif()
  facet_write_components(${name})
endfunction()

# The plugins that come with Facet lie where the host looks first, in the build tree as installed.
function(facet_keep_with_host name)
  set_target_properties(${name} PROPERTIES
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/${FACET_PLUGIN_FOLDER})
  install(TARGETS ${name} LIBRARY DESTINATION ${FACET_PLUGIN_FOLDER})
  install(FILES ${PROJECT_BINARY_DIR}/${FACET_PLUGIN_FOLDER}/${name}.components.json
    DESTINATION ${FACET_PLUGIN_FOLDER})
endfunction()

# After the build the plugin is loaded once, in a process of its own, to write down what it offers.
# The host refuses what others may write to, so a group's permission is taken away.
function(facet_write_components name)
  add_custom_command(TARGET ${name} POST_BUILD
    COMMAND chmod go-w $<TARGET_FILE:${name}> $<TARGET_FILE_DIR:${name}>
    COMMAND Facet::describe_plugin $<TARGET_FILE:${name}>
      $<TARGET_FILE_DIR:${name}>/${name}.components.json
    VERBATIM)
endfunction()

# facet_add_pack(NAME PLUGINS plugins... FILES files...)
#
# Makes the folder NAME in the build folder a pack: the plugins that facet_add_plugin builds, and
# the files, a pack.toml among them. `facet pack install NAME` takes it from there.
function(facet_add_pack name)
  cmake_parse_arguments(PARSE_ARGV 1 pack "" "" "PLUGINS;FILES")
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name})
  set_target_properties(${pack_PLUGINS} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${folder})
  foreach(file IN LISTS pack_FILES)
    cmake_path(GET file FILENAME filename)
    configure_file(${file} ${folder}/${filename} COPYONLY)
  endforeach()
endfunction()
