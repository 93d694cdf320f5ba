"""Nachweis: what the NIS2 law asks of one company, and the proof that it was done."""
