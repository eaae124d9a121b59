"""The gates every act asks that serves a paper, whichever line it is of."""

OF_EVERY_WAY = (
    "service_proof", "recipient_entitled", "party_present", "leaving_witnessed_or_filmed", "electronic_consent",
    "electronic_arrival", "online_reconsideration_channel", "carried_by_others", "announcement_last_resort",
)  # fmt: skip
SERVICE_GATES = ("entrustment_valid", *OF_EVERY_WAY, "seal_present")  # of the papers of the main line
