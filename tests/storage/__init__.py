"""Tests of the data file and the drafts: real files, real processes."""
