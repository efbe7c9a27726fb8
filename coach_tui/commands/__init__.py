"""Every action of the app, declared once: key, id, words, help, and why it may be off."""
