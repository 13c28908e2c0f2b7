"""Drills for chairs."""
