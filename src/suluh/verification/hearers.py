"""What verification does when something happens below."""
