"""Whether the engine that follows the theme builds the same guide. Reports, and gates nothing."""
