# A plugin of KIND from nothing, as `facet plugin new` of the Facet installed in PREFIX writes it, built
# and tested in the folder PLACE. OPTIONS are those of Facet's own build, but for the build type: a
# plugin has none, and is optimised by itself. (A writer has its reader beside it.)
set(name my_${KIND})
file(REMOVE_RECURSE ${PLACE}/${name})
execute_process(COMMAND ${PREFIX}/bin/facet plugin new ${name} --kind ${KIND} --dir ${PLACE}
  OUTPUT_VARIABLE folder OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
if(NOT folder STREQUAL ${PLACE}/${name})
  message(FATAL_ERROR "facet plugin new said ${folder}")
endif()
list(FILTER OPTIONS EXCLUDE REGEX CMAKE_BUILD_TYPE)
foreach(step
    "${CMAKE_COMMAND};-S;${folder};-B;${folder}/build;-DCMAKE_PREFIX_PATH=${PREFIX};${OPTIONS}"
    "${CMAKE_COMMAND};--build;${folder}/build"
    "${CMAKE_CTEST_COMMAND};--test-dir;${folder}/build;--output-on-failure")
  execute_process(COMMAND ${step} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

set(ENV{FACET_PLUGIN_PATH} ${folder}/build)
execute_process(COMMAND ${PREFIX}/bin/facet plugin list OUTPUT_VARIABLE plugins
  COMMAND_ERROR_IS_FATAL ANY)
if(NOT plugins MATCHES "${name} +1.0.0 +[12] components +${folder}/build/${name}.so")
  message(FATAL_ERROR "facet plugin list does not have it: ${plugins}")
endif()
