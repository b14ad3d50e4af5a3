"""Mail: written with its cause in one transaction, sent by a job, shown in development."""
