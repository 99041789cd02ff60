"""How a workspace of any age becomes one of today; read by Alembic, which only a migration imports."""
