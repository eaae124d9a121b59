"""The papers of fulfilment: plain values in, a sheet out."""
