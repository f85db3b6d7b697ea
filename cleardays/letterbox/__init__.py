"""What the public sends in. The site may put letters in; it cannot read them."""
