"""Train the net for hand-written digits: `python train.py MNIST_FOLDER ../../src/vanban/read/data/digits.json`.

The weights that are shipped come from two runs of an earlier form of this script (3,500 steps, then 900 with more
looped figures 2), which drew its strips in the same way; another run gives others: measure them first.

Needs torch and numpy, which vanban itself does not. Half an hour on one processor (4,400 steps). The weights are stored
as whole numbers from -127 to 127 with a scale a channel, the normalising of the batch folded in.
"""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path
from typing import Any

import torch
from strips import Maker
from torch import nn
from torch.nn import functional

STEPS, BATCH, BLANK = 4400, 64, 12
ABOUT = "Digits by hand between print: benchmarks/digits/train.py on MNIST (LeCun, Cortes, Burges; CC BY-SA 3.0)"


class Net(nn.Module):
    """Seven convolutions; the last gives a share to every sign, a letter and a blank, for every second column."""

    def __init__(self) -> None:
        super().__init__()
        channels = (1, 10, 20, 32, 40, 64, 64)
        kernels = ((5, 5), (3, 3), (3, 3), (3, 3), (4, 3), (1, 3))
        strides = ((2, 2), (1, 1), (2, 1), (2, 1), (1, 1), (1, 1))
        paddings = ((2, 2), (1, 1), (1, 1), (1, 1), (0, 1), (0, 1))
        self.layers = nn.ModuleList(
            nn.Conv2d(channels[index], channels[index + 1], kernels[index], strides[index], paddings[index])
            for index in range(6)
        )
        self.norms = nn.ModuleList(nn.BatchNorm2d(count) for count in channels[1:])
        self.last = nn.Conv2d(64, BLANK + 1, 1)

    def forward(self, strips: Any) -> Any:
        for layer, norm in zip(self.layers, self.norms, strict=True):
            strips = functional.relu(norm(layer(strips)))
        return self.last(strips).squeeze(2).permute(2, 0, 1).log_softmax(-1)


def gather(maker: Maker, count: int) -> tuple[Any, Any, Any]:
    """A batch of strips of one width, their texts in a row, the length of each."""
    made = [maker.make() for _ in range(count)]
    width = max(40, *(ink.shape[1] for ink, _ in made)) + 4
    strips = torch.zeros(count, 1, 32, width)
    for index, (ink, _) in enumerate(made):
        strips[index, 0, :, 2 : 2 + ink.shape[1]] = torch.from_numpy(ink)
    signs = torch.tensor([sign for _, text in made for sign in text], dtype=torch.long)
    return strips, signs, torch.tensor([len(text) for _, text in made])


def store(net: Net) -> dict[str, Any]:
    """The layers with their norms folded in, as `vanban.read.digits` reads them."""
    stored = []
    for index, layer in enumerate([*net.layers, net.last]):
        weights, biases = layer.weight.detach().double(), layer.bias.detach().double()
        if index < len(net.norms):
            norm = net.norms[index]
            factor = norm.weight.detach().double() / torch.sqrt(norm.running_var.double() + norm.eps)
            weights = weights * factor[:, None, None, None]
            biases = (biases - norm.running_mean.double()) * factor + norm.bias.detach().double()
        flat = weights.permute(0, 2, 3, 1).reshape(weights.shape[0], -1)
        scales = flat.abs().max(1).values / 127
        whole = torch.round(flat / scales[:, None]).to(torch.int8).numpy()
        stored.append(
            {
                "kernel": list(layer.kernel_size),
                "stride": list(layer.stride),
                "padding": list(layer.padding),
                "channels": layer.in_channels,
                "scales": [float(f"{scale:.6g}") for scale in scales],
                "biases": [float(f"{bias:.6g}") for bias in biases],
                "weights": base64.b64encode(whole.tobytes()).decode(),
            }
        )
    return {"about": ABOUT, "layers": stored}


def train(folder: Path) -> Net:
    torch.set_num_threads(1)
    net, maker = Net(), Maker(folder, "train", seed=1)
    optimiser = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, STEPS, pct_start=0.1)
    for step in range(1, STEPS + 1):
        strips, signs, lengths = gather(maker, BATCH)
        shares = net(strips)
        columns = torch.full((BATCH,), shares.shape[0])
        loss = functional.ctc_loss(shares, signs, columns, lengths, blank=BLANK, zero_infinity=True)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        if step % 250 == 0:
            print(step, round(loss.item(), 3), flush=True)
    return net.eval()


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(store(train(Path(sys.argv[1]))), indent=1) + "\n")
