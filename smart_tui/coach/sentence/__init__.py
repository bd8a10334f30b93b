"""Reading a goal out of one sentence, in English or Vietnamese: small grammars that compose, and no guesses."""
