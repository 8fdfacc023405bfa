"""What the tables of docs/performance.md are made of."""


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def circumstances(results, program):
    machine = results["machine"]
    return (f"{results['measured']}, {machine['processor']}, {machine['cores']} cores, "
            f"{machine['memory_gib']} GiB, {program}")


def spread(values):
    return f"{min(values):.1f}-{max(values):.1f}"
