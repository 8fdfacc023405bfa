# Counts the instructions of a training step: valgrind runs a short and a longer training, whose
# difference is that many steps, without what comes before and after them. One thread, and of
# whatever has versions for several processors the one for any, so that all machines count alike.
#
#     cmake -DVALGRIND=... -DFACET=... -DCONFIG=... -DLIBTORCH=1.13.0 -DFOLDER=... -P THIS_FILE

include(${CMAKE_CURRENT_LIST_DIR}/bounds.cmake)
set(few_steps 3)
set(more_steps 9)
set(allowed_percent 105)

set(ENV{OMP_NUM_THREADS} 1)
set(ENV{FACET_KERNELS} any)
set(ENV{ATEN_CPU_CAPABILITY} default)
set(ENV{DNNL_MAX_CPU_ISA} SSE41)
set(ENV{OPENBLAS_CORETYPE} Nehalem)

function(count_instructions steps result)
  execute_process(
    COMMAND ${VALGRIND} --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null
      ${FACET} train ${CONFIG} --out ${FOLDER} --overwrite --quiet
      --set training.steps=${steps}
    OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE exit_code)
  if(NOT exit_code EQUAL 0 OR NOT output MATCHES "I +refs: +([0-9,]+)")
    message(FATAL_ERROR "valgrind cannot count the instructions of ${FACET}:\n${output}")
  endif()
  string(REPLACE "," "" count ${CMAKE_MATCH_1})
  set(${result} ${count} PARENT_SCOPE)
endfunction()

count_instructions(${few_steps} few)
count_instructions(${more_steps} more)
file(REMOVE_RECURSE ${FOLDER})
math(EXPR a_step "(${more} - ${few}) / (${more_steps} - ${few_steps})")

set(figure instructions_with_libtorch_${LIBTORCH})
set(counted "a training step of ${CONFIG} takes ${a_step} instructions")
if(NOT DEFINED ${figure})
  message("skipped: ${counted}; for libtorch ${LIBTORCH} nothing is there to compare with")
  return()
endif()
math(EXPR bound "${${figure}} * ${allowed_percent} / 100")
math(EXPR percent "(100 * ${a_step} + ${${figure}} / 2) / ${${figure}}")
string(APPEND counted ", ${percent} % of the ${${figure}} that "
  "${CMAKE_CURRENT_LIST_DIR}/bounds.cmake has for libtorch ${LIBTORCH}")
if(a_step GREATER bound)
  message(FATAL_ERROR "${counted}; ${allowed_percent} % are allowed. `facet profile` and valgrind's "
    "callgrind tell where they went. Where the step is worth more than it was, and cannot do it for "
    "less, write ${a_step} into that file, and the reason into the commit.")
endif()
message("${counted}")
