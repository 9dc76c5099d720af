"""The connector: what the language model says of picture and prompt, refined for the denoiser at every step.

The attributes have the names that the tensors have in the published weights.
"""

import torch
from diffusers.models.embeddings import get_timestep_embedding
from torch import nn

#: Numbers that a time is turned into before a network reads it.
TIME_CHANNELS = 256
#: Sigmas go from 1 to 0; what reads them was trained on thousandths.
THOUSANDTHS = 1000.0


class Connector(nn.Module):
    """Words of `in_channels` numbers to words of `hidden_size`, and their mean to one vector of `vector_size`."""

    def __init__(self, in_channels: int, hidden_size: int, heads: int, depth: int, vector_size: int):
        super().__init__()
        self.S = Refiner(in_channels, hidden_size, heads, depth)
        self.global_proj_out = nn.Linear(in_channels, vector_size)

    def forward(
        self, words: torch.Tensor, sigma: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Batch x length x in_channels, a sigma for each row, and which words count (1 or 0)."""
        weights = mask.unsqueeze(-1).to(words.dtype)
        mean = (words * weights).sum(dim=1) / weights.sum(dim=1)
        return self.S(words, mean, sigma * THOUSANDTHS, mask), self.global_proj_out(mean)


class Refiner(nn.Module):
    """Attention among the words, steered by the time and by what the words mean together."""

    def __init__(self, in_channels: int, hidden_size: int, heads: int, depth: int):
        super().__init__()
        self.input_embedder = nn.Linear(in_channels, hidden_size)
        self.t_embedder = TimeEmbedder(hidden_size)
        self.c_embedder = ContextEmbedder(in_channels, hidden_size)
        self.individual_token_refiner = nn.Module()
        self.individual_token_refiner.blocks = nn.ModuleList(RefinerBlock(hidden_size, heads) for _ in range(depth))

    def forward(self, words: torch.Tensor, mean: torch.Tensor, time: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """`mean` is that of the words that count."""
        steering = self.t_embedder(time) + self.c_embedder(mean)
        words = self.input_embedder(words)
        counts = mask.bool()
        pairs = counts[:, None, :, None] & counts[:, None, None, :]
        # A word that does not count still looks at something, or its numbers would be none.
        pairs[..., 0] = True
        for block in self.individual_token_refiner.blocks:
            words = block(words, steering, pairs)
        return words


class RefinerBlock(nn.Module):
    """Attention and a feed-forward network; how much of either is added, the steering says."""

    def __init__(self, size: int, heads: int):
        super().__init__()
        self._heads = heads
        self.norm1 = nn.LayerNorm(size, eps=1e-6)
        self.self_attn_qkv = nn.Linear(size, 3 * size)
        self.self_attn_proj = nn.Linear(size, size)
        self.norm2 = nn.LayerNorm(size, eps=1e-6)
        self.mlp = nn.Sequential()
        self.mlp.add_module("fc1", nn.Linear(size, 4 * size))
        self.mlp.add_module("act", nn.SiLU())
        self.mlp.add_module("fc2", nn.Linear(4 * size, size))
        self.adaLN_modulation = nn.Sequential(nn.SiLU(), nn.Linear(size, 2 * size))

    def forward(self, words: torch.Tensor, steering: torch.Tensor, pairs: torch.Tensor) -> torch.Tensor:
        """`pairs`: may a word look at another?"""
        gates = self.adaLN_modulation(steering).unsqueeze(1)
        attention_gate, network_gate = gates.chunk(2, dim=-1)
        whole = self.self_attn_qkv(self.norm1(words)).unflatten(-1, (3, self._heads, -1))
        query, key, value = whole.permute(2, 0, 3, 1, 4)
        seen = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=pairs)
        words = words + attention_gate * self.self_attn_proj(seen.transpose(1, 2).flatten(2))
        return words + network_gate * self.mlp(self.norm2(words))


class TimeEmbedder(nn.Module):
    """A time in thousandths as a vector."""

    def __init__(self, size: int):
        super().__init__()
        self.mlp = nn.Sequential(nn.Linear(TIME_CHANNELS, size), nn.SiLU(), nn.Linear(size, size))

    def forward(self, time: torch.Tensor) -> torch.Tensor:
        """A time for each row."""
        return self.mlp(waves(time, self.mlp[0].weight.dtype))


class ContextEmbedder(nn.Module):
    """The mean of the words as a vector."""

    def __init__(self, in_channels: int, size: int):
        super().__init__()
        self.linear_1 = nn.Linear(in_channels, size)
        self.linear_2 = nn.Linear(size, size)

    def forward(self, mean: torch.Tensor) -> torch.Tensor:
        """Batch x in_channels."""
        return self.linear_2(nn.functional.silu(self.linear_1(mean)))


def waves(time: torch.Tensor, dtype: torch.dtype, channels: int = TIME_CHANNELS) -> torch.Tensor:
    """Times in thousandths as cosines and sines of falling frequencies."""
    return get_timestep_embedding(time, channels, flip_sin_to_cos=True, downscale_freq_shift=0).to(dtype)
