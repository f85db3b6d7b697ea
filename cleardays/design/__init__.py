"""Page components, design tokens and the static files built from them."""
