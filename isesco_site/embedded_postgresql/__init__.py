"""Django database backend that starts its own PostgreSQL server at the first connection."""
