"""Step1X-Edit's denoiser: the blocks of FLUX.1 behind a connector that reads a language model's words.

The attributes have the names that the tensors have in the published weights.
"""

import torch
from diffusers.configuration_utils import ConfigMixin, register_to_config
from diffusers.models.attention import AttentionMixin
from diffusers.models.cache_utils import CacheMixin
from diffusers.models.modeling_utils import ModelMixin
from diffusers.models.normalization import AdaLayerNormContinuous
from diffusers.models.transformers.transformer_flux import (
    FluxPosEmbed,
    FluxSingleTransformerBlock,
    FluxTransformerBlock,
)
from torch import nn

from easel.engines.diffusers.step1x.connector import THOUSANDTHS, Connector, waves


class Step1XEditTransformer2DModel(ModelMixin, ConfigMixin, CacheMixin, AttentionMixin):
    """The denoiser. Its name and its sizes are those of `transformer/config.json`; the defaults are the model's own."""

    _repeated_blocks = ["FluxTransformerBlock", "FluxSingleTransformerBlock"]
    _no_split_modules = _repeated_blocks
    _skip_layerwise_casting_patterns = ["pos_embed", "norm"]
    #: In the weights, but of no use to the model.
    _keys_to_ignore_on_load_unexpected = ["connector.scale_factor"]

    @register_to_config
    def __init__(
        self,
        in_channels: int = 64,
        out_channels: int | None = None,
        num_layers: int = 19,
        num_single_layers: int = 38,
        attention_head_dim: int = 128,
        num_attention_heads: int = 24,
        joint_attention_dim: int = 4096,
        timestep_in_dim: int = 256,
        vector_in_dim: int = 768,
        connector_in_channels: int = 3584,
        connector_hidden_size: int = 4096,
        connector_heads_num: int = 32,
        connector_depth: int = 2,
        axes_dims_rope: tuple[int, ...] = (16, 56, 56),
    ):
        super().__init__()
        heads, width = num_attention_heads, attention_head_dim
        size = heads * width
        self.pos_embed = FluxPosEmbed(theta=10_000, axes_dim=axes_dims_rope)
        self.time_embed = Embedder(timestep_in_dim, size)
        self.vec_embed = Embedder(vector_in_dim, size)
        self.connector = Connector(
            connector_in_channels, connector_hidden_size, connector_heads_num, connector_depth, vector_in_dim
        )
        self.context_embedder = nn.Linear(joint_attention_dim, size)
        self.x_embedder = nn.Linear(in_channels, size)
        self.transformer_blocks = nn.ModuleList(FluxTransformerBlock(size, heads, width) for _ in range(num_layers))
        self.single_transformer_blocks = nn.ModuleList(
            FluxSingleTransformerBlock(size, heads, width) for _ in range(num_single_layers)
        )
        self.norm_out = AdaLayerNormContinuous(size, size, elementwise_affine=False, eps=1e-6)
        self.proj_out = nn.Linear(size, out_channels or in_channels)

    def forward(
        self,
        hidden_states: torch.Tensor,
        timestep: torch.Tensor,
        encoder_hidden_states: torch.Tensor,
        prompt_embeds_mask: torch.Tensor,
        txt_ids: torch.Tensor,
        img_ids: torch.Tensor,
    ) -> tuple[torch.Tensor]:
        """One pass: patches of the noisy picture and of the reference, a sigma for each row, the language model's
        words, which of them count, and the places of words and patches.
        """
        words, vector = self.connector(encoder_hidden_states, timestep, prompt_embeds_mask)
        patches = self.x_embedder(hidden_states)
        time = waves(timestep * THOUSANDTHS, patches.dtype, self.config.timestep_in_dim)
        steering = self.time_embed(time) + self.vec_embed(vector)
        words = self.context_embedder(words)
        places = self.pos_embed(torch.cat((txt_ids, img_ids)))
        for block in (*self.transformer_blocks, *self.single_transformer_blocks):
            words, patches = block(
                hidden_states=patches, encoder_hidden_states=words, temb=steering, image_rotary_emb=places
            )
        return (self.proj_out(self.norm_out(patches, steering)),)


class Embedder(nn.Module):
    """Two layers that turn time or meaning into steering."""

    def __init__(self, in_size: int, size: int):
        super().__init__()
        self.in_layer = nn.Linear(in_size, size)
        self.out_layer = nn.Linear(size, size)

    def forward(self, value: torch.Tensor) -> torch.Tensor:
        """Batch x in_size."""
        return self.out_layer(nn.functional.silu(self.in_layer(value)))
