"""What a key may still spend: a look that changes nothing."""

import math
import time
from collections.abc import Callable

from sqlalchemy import Connection

from easel.core.caller import Caller, Credit
from easel.core.model_card import Cards
from easel.ledger.charges import Period, budget_purse
from easel.ledger.database import Database
from easel.ledger.money import available_in, free_purse, money_purse


class Credits:
    """Looks into the purses from which a key pays."""

    def __init__(
        self, database: Database, cards: Cards, *, period: Period = Period.ONCE, clock: Callable[[], float] = time.time
    ):
        """`period` is how often the cards' free pictures come."""
        self._database = database
        self._free = {card.id: card.free_pictures for card in cards if card.free_pictures}
        self._period = period
        self._clock = clock

    async def of(self, caller: Caller) -> Credit:
        """The credit of a key, at this moment."""
        period = self._period.name_at(self._clock())

        def work(connection: Connection) -> Credit:
            purses = (money_purse(caller.account_id), budget_purse(connection, caller.key_id))
            left = min(available_in(connection, purse_id) for purse_id in purses if purse_id is not None)
            may_use = (model for model in self._free if not caller.models or model in caller.models)
            return Credit(
                left_micros=None if left == math.inf else int(left),
                free_left={model: self._free_left(connection, caller, model, period) for model in may_use},
            )

        return await self._database.read(work)

    def _free_left(self, connection: Connection, caller: Caller, model: str, period: str) -> int:
        left = available_in(connection, free_purse(caller.account_id, model, period))
        # A period's free pictures are granted with the first of them.
        return self._free[model] if left is None else int(left)
