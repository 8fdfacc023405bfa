// A plugin whose author forgot FACET_PLUGIN.
