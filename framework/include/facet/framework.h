#pragma once

/// The engine, for a program that embeds it: link Facet::framework.
///
///     auto registry = facet::open_registry();
///     registry->add("mine", [](facet::Registrar& registrar) {
///       registrar.add<MyLoss>("MyLoss", "what it is");
///     });
///     const auto config = facet::read_run_config("run.toml", {}, *registry);
///     facet::Assembly run = facet::assemble(config, *registry);
///     run.solver->fit(*run.loader, run.fit_options);
///     at::Tensor embedding = run.embedding();
#include "framework/assembly/adaptation_config.h"
#include "framework/assembly/assembly.h"
#include "framework/attribution/attribution_table.h"
#include "framework/cebra/fit_hooks.h"
#include "framework/cebra/loss_config.h"
#include "framework/cebra/multi_objective_config.h"
#include "framework/cebra/multiobjective_model.h"
#include "framework/cebra/solvers.h"
#include "framework/cebra/subspace_models.h"
#include "framework/config/config_file.h"
#include "framework/config/given_labels.h"
#include "framework/data/simulate.h"
#include "framework/data/split.h"
#include "framework/embedding/transform.h"
#include "framework/figures/figures_json.h"
#include "framework/judging/attribute.h"
#include "framework/judging/compare.h"
#include "framework/judging/evaluate.h"
#include "framework/judging/train_seeds.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/reading/describe_files.h"
#include "framework/reading/recording_reader.h"
#include "framework/registry/registry.h"
#include "framework/run/embed_recordings.h"
#include "framework/run/train.h"
#include "framework/run_folder/trained_run.h"
#include "framework/streaming/stream_embedding.h"
#include "framework/training/multi_criterions.h"
#include "framework/training/solver.h"
#include "framework/writing/recording_arrays.h"
#include "framework/writing/write_file.h"
