#include "facet/plugin.h"
#include "time_window.h"
#include "triplet_loss.h"

FACET_PLUGIN(registrar) {
  registrar.add<lab::TripletLoss>("TripletLoss",
                                  "a positive is nearer than a negative, by a margin");
  registrar.add<lab::TimeWindow>("time_window", "positives shortly before or after the reference");
}
