"""Makes the folders beside this script as Kilosort 2 and phy, and Kilosort 4 write them (numpy 2.4), and beside
each what a reader has to find in it, X.expected.npz: the arrays that were written, cluster by cluster. Run it in
this folder: python3 make_files.py"""
import os

import numpy as np

rng = np.random.default_rng(14)
ids = np.array([2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37])
judged = ["good", "good", "mua", "good", "good", "good", "noise", "good", "mua", "good", "good", "good"]
sorter = ["mua", "good"] * 6
depth = [659.8, 812.1, 670.3, 268.4, 696.3, 248.9, 762.5, 469.4, 239.3, 109.1, 160.2, 605.8]
region = ["CA1"] * 4 + ["CA3"] * 4 + ["CA1"] * 2 + ["CA3"] * 2
trains = [np.unique(rng.integers(0, 60 * 30000, 20 + 3 * i)) for i in range(12)]
samples, clusters = np.concatenate(trains), np.repeat(ids, [len(train) for train in trains])
order = np.argsort(samples, kind="stable")
samples, clusters = samples[order], clusters[order]


def table(folder, name, columns, end="\n"):
    rows = zip(*columns.values())
    with open(f"{folder}/cluster_{name}.tsv", "w", newline="") as file:
        for row in [list(columns), *rows]:
            file.write("\t".join(str(cell) for cell in row) + end)


def write(folder, rate, params, times_type, clusters_type, shape, **more):
    os.makedirs(folder, exist_ok=True)
    np.save(f"{folder}/spike_times.npy", samples.astype(times_type).reshape(shape))
    np.save(f"{folder}/spike_clusters.npy", clusters.astype(clusters_type).reshape(shape))
    # As the sorter left them, before clusters were merged in phy.
    np.save(f"{folder}/spike_templates.npy", (clusters % 4).astype(clusters_type).reshape(shape))
    np.save(f"{folder}/amplitudes.npy", np.ones(samples.size).reshape(shape))
    with open(f"{folder}/params.py", "w") as file:
        file.write(params)
    table(folder, "KSLabel", {"cluster_id": ids, "KSLabel": sorter})
    table(folder, "ContamPct", {"cluster_id": ids, "ContamPct": 1.5 * np.arange(12)})
    np.savez(folder + ".expected.npz", spikes=np.concatenate([train / rate for train in trains]),
             ends=np.cumsum([len(train) for train in trains]), cluster_id=ids, ContamPct=1.5 * np.arange(12),
             **more)


# phy on Windows, which writes those clusters that were judged.
write("kilosort2", 30000.0, "dat_path = ['C:\\\\data\\\\rat7\\\\raw.dat']\nn_channels_dat = 8\ndtype = 'int16'\n"
      "offset = 0\nsample_rate = 30000.\nhp_filtered = False\n", np.uint64, np.uint32, (-1, 1))
table("kilosort2", "group", {"cluster_id": [id for id in ids if id != 37], "group": judged[:-1]}, end="\r\n")
write("kilosort4", 24414.0625, "dat_path = 'raw.dat'\nn_channels_dat = 8\ndtype = 'int16'\noffset = 0\n"
      "sample_rate = 24414.0625  # Hz\nhp_filtered = False\n", np.int64, np.int32, (-1,), depth=np.array(depth),
      ch=np.arange(12) % 8)
table("kilosort4", "group", {"cluster_id": ids, "group": sorter})
# Saved by phy's cluster view; group and KSLabel are in tables of their own.
table("kilosort4", "info", {"cluster_id": ids, "ContamPct": 1.5 * np.arange(12), "KSLabel": sorter,
                            "ch": np.arange(12) % 8, "depth": depth, "group": sorter, "region": region})
