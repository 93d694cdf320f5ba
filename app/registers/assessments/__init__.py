"""Assessments: what a company answered, and what followed from it on a day."""
