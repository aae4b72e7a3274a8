"""Tests of macros/, a file for each module, and the guide that they break."""
