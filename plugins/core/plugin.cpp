#include "facet/plugin.h"

#include "attributions/register_attributions.h"
#include "criterions/register_criterions.h"
#include "distributions/register_distributions.h"
#include "learning_rates/register_learning_rates.h"
#include "masks/register_masks.h"
#include "models/register_models.h"
#include "optimizers/register_optimizers.h"
#include "regularizers/register_regularizers.h"
#include "schedulers/register_schedulers.h"

FACET_PLUGIN(registrar) {
  facet::register_criterions(registrar);
  facet::register_distributions(registrar);
  facet::register_masks(registrar);
  facet::register_models(registrar);
  facet::register_regularizers(registrar);
  facet::register_schedulers(registrar);
  facet::register_optimizers(registrar);
  facet::register_learning_rates(registrar);
  facet::register_attributions(registrar);
}
