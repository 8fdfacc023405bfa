# cmake -DPYTHON= -DTESTS= -DPLACE= -P make_files.cmake
# Copies what the makers of the readers' files (tests/plugins/**/make_*.py) need to PLACE, and runs each of them
# there. No file that was committed is copied, so that none is taken for a new one.
file(REMOVE_RECURSE ${PLACE})
file(GLOB_RECURSE makers RELATIVE ${TESTS} ${TESTS}/plugins/make_*.py)
file(GLOB corpora LIST_DIRECTORIES true RELATIVE ${TESTS} ${TESTS}/fuzz/corpus/*)
foreach(folder IN LISTS corpora)  # some makers write into these, too
  file(MAKE_DIRECTORY ${PLACE}/${folder})
endforeach()
foreach(maker IN LISTS makers)
  cmake_path(GET maker PARENT_PATH folder)
  file(COPY ${TESTS}/${maker} DESTINATION ${PLACE}/${folder})
  cmake_path(GET maker FILENAME name)
  execute_process(COMMAND ${PYTHON} -W ignore ${name} WORKING_DIRECTORY ${PLACE}/${folder} RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "${PYTHON} cannot run tests/${maker}: ${failed}")
  endif()
endforeach()
