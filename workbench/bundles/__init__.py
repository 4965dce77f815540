"""What leaves and what arrives: age files, the sealed inner format, contact cards."""
