# What a lab does with a pack that it was given: installs it, runs its example, removes it.
file(REMOVE_RECURSE ${PLACE})
file(MAKE_DIRECTORY ${PLACE})
set(ENV{FACET_PACK_PATH} ${PLACE}/packs)
execute_process(COMMAND ${FACET} pack install ${PACK} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${FACET} simulate ${PLACE}/recording.npz COMMAND_ERROR_IS_FATAL ANY)
configure_file(${PLACE}/packs/lab_pack/example.toml ${PLACE}/example.toml COPYONLY)
execute_process(COMMAND ${FACET} train ${PLACE}/example.toml --out ${PLACE}/run --quiet
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${FACET} evaluate ${PLACE}/run COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${FACET} pack remove lab_pack COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${FACET} check ${PLACE}/example.toml RESULT_VARIABLE code
  ERROR_VARIABLE message)
if(NOT code EQUAL 2 OR NOT message MATCHES "unknown criterion 'lab/TripletLoss'")
  message(FATAL_ERROR "after the pack was removed: ${code} ${message}")
endif()
