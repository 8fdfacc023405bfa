# Copies the project SOURCE to the folder PLACE outside of Facet's tree, builds it there against the
# Facet installed in PREFIX, and runs its tests. OPTIONS are those of Facet's own build.
file(REMOVE_RECURSE ${PLACE})
file(COPY ${SOURCE}/ DESTINATION ${PLACE})
execute_process(
  COMMAND ${CMAKE_COMMAND} -S ${PLACE} -B ${PLACE}/build -DCMAKE_PREFIX_PATH=${PREFIX} ${OPTIONS}
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${PLACE}/build COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_CTEST_COMMAND} --test-dir ${PLACE}/build --output-on-failure
  COMMAND_ERROR_IS_FATAL ANY)
