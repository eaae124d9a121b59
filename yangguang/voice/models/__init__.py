"""Rows of voices."""

from yangguang.voice.models.voice import Finding, RefusalGround, Voice, VoiceFile, VoiceStatus

__all__ = ["Finding", "RefusalGround", "Voice", "VoiceFile", "VoiceStatus"]
