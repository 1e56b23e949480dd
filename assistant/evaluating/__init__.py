"""Measuring: judged questions, other collections, parallel tables; figures have intervals."""
