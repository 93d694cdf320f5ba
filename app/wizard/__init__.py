"""The guided questions: a pure flow over answers, and the pages that draw it."""
