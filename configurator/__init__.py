"""The web application: composes rooms, incentives and samples into what people use."""
