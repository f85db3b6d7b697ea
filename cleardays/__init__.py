"""Clear Days: a council's committees in the open, and every finding followed to a result."""
