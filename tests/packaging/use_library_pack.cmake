# A pack with shared libraries of its own, built outside of the tree: used from where it was built,
# when it was installed, and when the store was moved.
file(REMOVE_RECURSE ${PLACE})
file(MAKE_DIRECTORY ${PLACE})
file(WRITE ${PLACE}/run.toml [=[
[data]
file = "recording.npz"
signals = "neurons"

[model]
name = "offset1-model"
num_output = 3

[[objective]]
slice = [0, 3]
loss = "FixedEuclideanInfoNCE"
distribution = { name = "time", time_offset = 1 }

[training]
steps = 2
batch_size = 64
loss_weight = "threes/helped"
]=])

function(train run)
  execute_process(COMMAND ${FACET} train ${PLACE}/run.toml --out ${PLACE}/${run} --quiet
    COMMAND_ERROR_IS_FATAL ANY)
endfunction()

execute_process(COMMAND ${FACET} simulate ${PLACE}/recording.npz COMMAND_ERROR_IS_FATAL ANY)
set(ENV{FACET_PACK_PATH} ${PLACE}/packs)
set(ENV{FACET_PLUGIN_PATH} ${PACK})
train(built)

set(ENV{FACET_PLUGIN_PATH})
set(archive ${PLACE}/threes.facetpack)
execute_process(COMMAND ${FACET} pack build ${PACK} --out ${archive} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${FACET} pack install ${archive} --allow-unsigned
  COMMAND_ERROR_IS_FATAL ANY)
file(RENAME ${PACK} ${PACK}.gone)
train(installed)

file(RENAME ${PLACE}/packs ${PLACE}/moved)
set(ENV{FACET_PACK_PATH} ${PLACE}/moved)
train(moved)
file(RENAME ${PACK}.gone ${PACK})
