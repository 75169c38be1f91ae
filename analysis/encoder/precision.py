"""In which numbers a net is trained: bfloat16 where the processor computes with them, else as they are."""

from typing import Any

_OWN = ("avx512_bf16", "amx_bf16")  # without either, products in bfloat16 take ten times as long as plain ones


def half_precision(device: str = "cpu") -> Any:
    """Give the context in which a net is run: `torch.autocast` to bfloat16, which does nothing where that is slow.

    Args:
        device: the kind of device, as torch names it; another than the processor is taken to be quick.
    """
    import torch

    able = torch.cpu.get_capabilities()
    return torch.autocast(device, torch.bfloat16, enabled=device != "cpu" or any(able.get(one) for one in _OWN))
