"""Makes the tables beside this script, and beside them the numbers that were written (*.npz): one
table as pandas 3.1 and R write it, and DeepLabCut's tables. R's are written as ?write.table says."""
import numpy as np
import pandas as pd

rng = np.random.default_rng(14)
n = 40
table = pd.DataFrame({
    "t": np.round(0.004 + np.arange(n) / 10 + rng.uniform(-0.004, 0.004, n), 6),
    "position (m)": np.where(np.isin(np.arange(n), [5, 6, 7, 21]), np.nan,
                             np.round(1 + np.cos(np.arange(n) / 9), 6)),
    "side": ["left", "right"] * (n // 2),
    "reward, ml": np.where(np.arange(n) % 7 == 0, np.nan, 0.25 * np.arange(n)),
    "lick": np.arange(n) % 3 == 0,
    **{f"unit_{i}": rng.poisson(0.4, n) for i in range(4)},
})
np.savez_compressed("table.npz", **{name: table[name].to_numpy() for name in table if name != "side"})

table.to_csv("default.csv")
table.to_csv("plain.csv", index=False)
table.to_csv("table.tsv", index=False, sep="\t")
table.to_csv("european.csv", index=False, sep=";", decimal=",")
table.to_csv("quoted.csv", index=False, quoting=2)
table.to_csv("bom_crlf.csv", index=False, encoding="utf-8-sig", lineterminator="\r\n")
table.to_csv("tabs.txt", index=False, sep="\t", na_rep="NaN")


def r_cell(value, decimal):
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, (bool, np.bool_)):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and np.isnan(value):
        return "NA"
    return (f"{value:.15g}" if isinstance(value, float) else str(value)).replace(".", decimal)


def r_table(path, separator, decimal, corner):
    """write.csv, write.csv2 and, without a corner, write.table."""
    with open(path, "w") as out:
        names = corner + [f'"{name}"' for name in table]
        out.write(separator.join(names) + "\n")
        for i, row in enumerate(table.itertuples(index=False)):
            cells = [f'"{i + 1}"'] + [r_cell(value, decimal) for value in row]
            out.write(separator.join(cells) + "\n")


r_table("r_write_csv.csv", ",", ".", ['""'])
r_table("r_write_csv2.csv", ";", ",", ['""'])
r_table("r_write_table.txt", " ", ".", [])

spellings = ["", "NA", "NaN", "nan", "N/A", "n/a", "null", "NULL", "None", ".", "-", "#N/A", "#NUM!",
             "-nan", "?", "NAN"]
with open("missing.csv", "w") as out:
    out.write("t,x,n,side\n")
    for i, spelling in enumerate(spellings):
        side = ["left", "right"][i % 2]
        out.write(f"{i},{i * 0.5},{i},{side}\n{i + 0.5},{spelling},{spelling},{spelling}\n")
rows = np.arange(len(spellings), dtype=float)
with_missing = lambda values: np.stack([values, np.full(len(values), np.nan)], 1).ravel()
np.savez_compressed("missing.npz", t=np.arange(2 * len(spellings)) / 2, x=with_missing(rows / 2),
                    n=with_missing(rows))


def pose_table(path, animals, parts, coordinates, values):
    levels = [("scorer", ["DLC_resnet50_trackMay1shuffle1_100000"]), ("individuals", animals),
              ("bodyparts", parts), ("coords", coordinates)]
    levels = [level for level in levels if level[1]]
    columns = pd.MultiIndex.from_product([names for _, names in levels],
                                         names=[name for name, _ in levels])
    frame = pd.DataFrame(values, columns=columns)
    frame.to_csv(path + ".csv")
    expected = {}
    for i, column in enumerate(columns):
        name, coordinate = ".".join(column[1:-1]), column[-1]
        if coordinate == "likelihood":
            expected[name + ".likelihood"] = values[:, i]
            xy, likely = expected[name], values[:, i] >= 0.6
            expected[name + " from 0.6"] = np.where(likely[:, None], xy, np.nan)
        elif coordinate == "x":
            expected[name] = values[:, i:i + len([c for c in coordinates if c != "likelihood"])]
    np.savez_compressed(path + ".npz", **expected)


xyp = ["x", "y", "likelihood"]
frames = np.arange(30) / 10
likelihood = lambda often, low: np.where(rng.random(30) < 0.2, low, often)
nose = np.stack([300 * frames + 12, 40 + 5 * np.sin(frames), likelihood(0.98, 0.2)], 1)
tail = np.stack([300 * frames - 18, 41 + 5 * np.sin(frames + 1), likelihood(0.95, 0.1)], 1)
both = np.round(np.concatenate([nose, tail], 1), 3)
pose_table("single", [], ["nose", "tail base"], xyp, both)
two = np.concatenate([both, both + [1, 1, 0] * 2], 1)
two[5, 6:] = np.nan  # the second animal was not found
pose_table("multi", ["mouse1", "mouse2"], ["nose", "tail base"], xyp, two)
pose_table("space", [], ["nose", "tail base"], ["x", "y", "z"], both)
