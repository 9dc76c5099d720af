"""Repositories of weights: what was pulled is opened, and nothing that could run code or has changed."""

import json
import os
import pickle
from pathlib import Path

import pytest

from easel.engines.diffusers.manifest import NAME, Manifest, RepositoryRefused, safe_name
from easel.engines.diffusers.repository import check, missing, open_repository, seal
from easel.engines.diffusers.source import Source
from easel.engines.diffusers.tensors import Tensors
from unit.engines.diffusers.repositories import SOURCE, pickled, pipeline, put, weights, zipped

VAE = "vae/diffusion_pytorch_model.safetensors"


@pytest.fixture
def folder(tmp_path) -> Path:
    """A small pipeline on disk, not yet checked."""
    return put(tmp_path / "tiny", pipeline())


@pytest.fixture
def source(folder) -> Source:
    """Its source."""
    return Source.parse(str(folder))


def test_opened(folder, source, tmp_path):
    """A checked folder opens with its class and each part's weights, the plain ones and every shard of them."""
    sealed = seal(folder)
    opened = open_repository(source, tmp_path)

    assert sealed == opened
    assert ("FluxPipeline", None) == (opened.pipeline, opened.variant)
    assert {
        "text_encoder": Tensors(200, 400),
        "transformer": Tensors(600, 1200),
        "vae": Tensors(100, 400),
    } == opened.parts
    assert set(pipeline()) == set(Manifest.read(folder).files)


def test_variant(folder):
    """Where a part has only its fp16 weights, that variant is loaded, and the other parts stay as they are."""
    (folder / VAE).unlink()

    assert "fp16" == check(folder).variant
    assert Tensors(100, 200) == check(folder).parts["vae"]


def test_a_pulled_folder_is_told_from_another(tmp_path):
    """A repository of the Hub lies in a folder of its own, whose manifest says where it came from."""
    source = Source.parse(SOURCE)
    put(source.path(tmp_path), pipeline())
    seal(source.path(tmp_path), source.base)
    assert "FluxPipeline" == open_repository(source, tmp_path).pipeline

    other = Source.parse(f"someone/tiny@{'f' * 40}")
    source.path(tmp_path).rename(other.path(tmp_path))
    assert "easel pull someone/tiny@fff" in missing(other, tmp_path)
    with pytest.raises(RepositoryRefused, match=f"holds {SOURCE}"):
        open_repository(other, tmp_path)


def test_not_there(tmp_path, folder, source):
    """What has not been pulled, or not been checked, is told with the command that does it."""
    assert f"{SOURCE} is not here: run `easel pull {SOURCE}`" == missing(Source.parse(SOURCE), tmp_path)
    assert f"{folder} has not been checked: run `easel pull {folder}`" == missing(source, tmp_path)
    with pytest.raises(RepositoryRefused, match="has not been checked"):
        open_repository(source, tmp_path)


@pytest.mark.parametrize("name", sorted(pipeline()))
def test_one_flipped_byte(folder, source, tmp_path, name):
    """One changed bit in any file, the last one of its largest too, and the repository is not loaded."""
    seal(folder)
    data = bytearray((folder / name).read_bytes())
    data[-1] ^= 1
    (folder / name).write_bytes(data)

    with pytest.raises(RepositoryRefused, match=name):
        open_repository(source, tmp_path)


def test_changed_names_and_sizes(folder, source, tmp_path):
    """A file that came, went, grew or shrank is seen without reading any content."""
    seal(folder)
    assert missing(source, tmp_path) is None

    (folder / "vae/new.json").write_text("{}")
    assert "vae/new.json is not in its manifest" in missing(source, tmp_path)
    (folder / "vae/new.json").unlink()
    (folder / VAE).write_bytes(weights(99, kind="F32", width=4))
    assert f"{VAE} has " in missing(source, tmp_path)
    (folder / VAE).unlink()
    assert f"{VAE} is missing" in missing(source, tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 2, "source": "", "files": {}}', '{"version": 1}'])
def test_unreadable_manifest(folder, source, tmp_path, text):
    """A manifest that cannot be read is refused, not taken for an empty one."""
    (folder / NAME).write_text(text)
    assert "cannot be read: remove it" in missing(source, tmp_path)


@pytest.mark.parametrize(
    "suffix", [".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pt2", ".PT", ".py", ".so", ".zip", ".npz"]
)
def test_unsafe_names(folder, suffix):
    """A file that can hold code is refused by its name, wherever it lies and however it is written."""
    put(folder, {f"vae/weights{suffix}": b"harmless"})
    with pytest.raises(RepositoryRefused, match=rf"vae/weights\{suffix} can run code"):
        seal(folder)


@pytest.mark.parametrize(
    "name", [VAE, "vae/config.json", "tokenizer/spiece.model", "tokenizer/notes.txt", "chat_template.jinja", "grid.png"]
)
@pytest.mark.parametrize("make", [pickled, zipped])
def test_a_pickle_by_any_name(folder, tmp_path, name, make):
    """A pickle, bare or zipped as torch saves it, is refused under every name that is allowed, and never opened."""
    fired = tmp_path / "fired"
    put(folder, {name: make(fired)})
    with pytest.raises(RepositoryRefused, match=name.replace(".", r"\.")):
        seal(folder)
    assert not fired.exists()
    assert not (folder / NAME).exists()


def test_the_canary_works(tmp_path):
    """The pickle of the test above does fire when it is opened."""
    pickle.loads(pickled(tmp_path / "fired")).close()
    assert (tmp_path / "fired").exists()


@pytest.mark.parametrize("name", ["unet/model.onnx", "flax_model.msgpack", "run", "vae/.hidden"])
def test_unknown_kinds(folder, name):
    """What no pipeline needs is not let lie about."""
    put(folder, {name: b"x"})
    with pytest.raises(RepositoryRefused, match="no file that a pipeline needs: remove it"):
        seal(folder)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("transformer/config.json", '{"auto_map": {"AutoModel": "code.Model"}}'),
        ("tokenizer/tokenizer_config.json", '{"x": [{"auto_map": {}}]}'),
        ("model_index.json", '{"_class_name": "FluxPipeline", "trust_remote_code": true}'),
        ("vae/config.json", '{"custom_pipeline": "x"}'),
    ],
)
def test_configurations_that_ask_for_code(folder, name, text):
    """A configuration, at any depth, that makes a library import code is refused."""
    put(folder, {name: text.encode()})
    with pytest.raises(RepositoryRefused, match=f"{name} asks for code of its own"):
        seal(folder)


@pytest.mark.parametrize(
    "change",
    [
        {"_class_name": ["pipeline", "MyPipeline"]},
        {"_class_name": "os.system"},
        {"_class_name": None},
        {"vae": ["subprocess", "Popen"]},
        {"vae": ["vae", "MyModel"]},
        {"vae": ["diffusers"]},
        {"../vae": ["diffusers", "AutoencoderKL"]},
    ],
    ids=str,
)
def test_index_of_other_code(folder, change):
    """An index that names code outside the two libraries is refused."""
    index = {**json.loads(pipeline()["model_index.json"]), **change}
    put(folder, {"model_index.json": json.dumps(index).encode()})
    with pytest.raises(RepositoryRefused, match=r"model_index\.json"):
        seal(folder)


def test_links(folder, tmp_path):
    """A link out of the folder is refused, to a file or to a folder; one within it is a file like any other."""
    (tmp_path / "secret.json").write_text("{}")
    link = folder / "vae/secret.json"
    for target in (tmp_path / "secret.json", tmp_path):
        link.symlink_to(target)
        with pytest.raises(RepositoryRefused, match=r"vae/secret\.json is a link out of the folder"):
            seal(folder)
        link.unlink()
    link.symlink_to("../tokenizer")
    with pytest.raises(RepositoryRefused, match="is a link to a folder"):
        seal(folder)
    link.unlink()
    link.symlink_to("config.json")
    assert "FluxPipeline" == seal(folder).pipeline


def test_pipes(folder):
    """Something that is no plain file is refused, and not waited for."""
    os.mkfifo(folder / "vae/pipe.json")
    with pytest.raises(RepositoryRefused, match="is no plain file"):
        seal(folder)


def test_lacking_weights(folder):
    """A model without safetensors, and a list of shards of which one is gone, are named."""
    (folder / "transformer/diffusion_pytorch_model-00002-of-00002.safetensors").unlink()
    with pytest.raises(RepositoryRefused, match=r"names 'diffusion_pytorch_model-00002-of-00002\.safetensors'"):
        seal(folder)
    for path in (folder / "transformer").glob("diffusion*"):
        path.unlink()
    with pytest.raises(RepositoryRefused, match="transformer has no safetensors weights"):
        seal(folder)


def test_shards_from_elsewhere(folder):
    """A list of shards cannot lead to another folder."""
    name = "transformer/diffusion_pytorch_model.safetensors.index.json"
    put(folder, {name: json.dumps({"weight_map": {"a": f"../{VAE}"}}).encode()})
    with pytest.raises(RepositoryRefused, match="which is not beside it"):
        seal(folder)


def test_lora(tmp_path):
    """A repository without a pipeline is its safetensors files."""
    opened = seal(put(tmp_path / "lora", {"sketch.safetensors": weights(8), "README.md": b"A LoRA.\n"}))
    assert ("", {"sketch.safetensors": Tensors(8, 16)}) == (opened.pipeline, opened.parts)
    with pytest.raises(RepositoryRefused, match="no repository of weights"):
        seal(put(tmp_path / "empty", {"README.md": b"Nothing.\n"}))


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../x.json", "a/../../x.json", "a\\b.json", "C:x.json", "", ".", "a//b", "a\nb", NAME]
)
def test_names_that_lead_astray(name):
    """A name of a listing that is no plain path below the folder is refused."""
    with pytest.raises(RepositoryRefused, match="not to be trusted"):
        safe_name(name)
