"""Star-and-polygon ornament by Hankin's polygons-in-contact method.

A plane is tiled with polygons of edge length 1. From the middle of every edge two rays leave
into each tile at a contact angle to the edge, and every ray stops where it meets the nearest
ray of another edge. Neighbouring tiles share the middle of their edge and the angle there, so
the rays join into strands that run through the whole tiling. The angle makes the family: a
small one gives calm polygons, a large one sharp stars, and an angle that changes with the
distance from the centre lets one grow out of the other.

Points are complex numbers, angles are degrees, lengths are edges of the tiling.

Sources: E. H. Hankin, "The Drawing of Geometric Patterns in Saracenic Art", 1925;
C. S. Kaplan, "Islamic Star Patterns from Polygons in Contact", 2005 (pairing of the rays).
"""
