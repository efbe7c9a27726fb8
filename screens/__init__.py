"""The screens: each shows one place or one person and turns keys into services' calls."""
